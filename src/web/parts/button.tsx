import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button as Press, type ButtonProps } from "react-aria-components/Button";
import { Link } from "wouter";
import styles from "./button.module.css";

/** `main` is the one thing to do here; `danger` takes something away; `bare` stands in a line of words. */
type Look = "main" | "danger" | "bare";

interface Props extends Omit<ButtonProps, "className" | "style" | "children"> {
  look?: Look;
  icon?: LucideIcon;
  /** The key that does the same, shown on it at a desk. */
  keyName?: string;
  children: ReactNode;
}

/** A button that says what will happen. */
export function Button({ look, icon: Icon, keyName, children, ...props }: Props) {
  return (
    <Press {...props} className={styles[look ?? "button"] ?? ""}>
      {Icon && <Icon aria-hidden size={18} />}
      <span>{children}</span>
      {keyName !== undefined && <kbd aria-hidden>{keyName}</kbd>}
    </Press>
  );
}

interface LinkProps {
  href: string;
  look?: Look;
  icon?: LucideIcon;
  children: ReactNode;
}

/** A way to another screen, or out of the app, that looks like a button. */
export function ButtonLink({ href, look, icon: Icon, children }: LinkProps) {
  const className = styles[look ?? "button"];
  const inside = (
    <>
      {Icon && <Icon aria-hidden size={18} />}
      <span>{children}</span>
    </>
  );
  if (!href.startsWith("/")) {
    return (
      <a href={href} className={className}>
        {inside}
      </a>
    );
  }
  return (
    <Link href={href} className={className}>
      {inside}
    </Link>
  );
}

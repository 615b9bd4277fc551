import type { LucideIcon } from "lucide-react";
import { Button as Press, type ButtonProps } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import styles from "./button.module.css";

interface IconProps extends Omit<ButtonProps, "className" | "style" | "children" | "aria-label"> {
  icon: LucideIcon;
  /** What it does, for screen readers and on hover. */
  label: string;
  keyName?: string;
}

/** A button that is a picture; its words come on hover and focus. */
export function IconButton({ icon: Icon, label, keyName, ...props }: IconProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Press {...props} aria-label={label} className={styles["icon"] ?? ""}>
        <Icon aria-hidden size={18} strokeWidth={1.75} />
      </Press>
      <Tooltip className={styles["tip"] ?? ""} offset={4}>
        {label}
        {keyName !== undefined && <kbd>{keyName}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}

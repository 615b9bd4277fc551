import { Link } from "wouter";
import { screens } from "../screens.ts";
import styles from "./more.module.css";

/** On a phone: every screen that the bar has no place for. */
export function MoreScreen() {
  return (
    <>
      <h1>More</h1>
      <ul className={styles["ways"]}>
        {screens.map(({ path, title, icon: Icon, isInBar }) =>
          Icon === undefined || isInBar ? null : (
            <li key={path}>
              <Link href={path}>
                <Icon aria-hidden size={20} strokeWidth={1.75} />
                {title}
              </Link>
            </li>
          ),
        )}
      </ul>
    </>
  );
}

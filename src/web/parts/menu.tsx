import type { LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Menu as Items, MenuItem, MenuTrigger, Popover } from "react-aria-components/Menu";
import styles from "./menu.module.css";

/** One thing that can be chosen; `key` is the key that does the same. */
export interface MenuAct {
  does: string;
  icon?: LucideIcon;
  key?: string;
  act: () => void;
}

/** Acts behind a button. */
export function Menu({ trigger, label, acts }: { trigger: ReactElement; label: string; acts: readonly MenuAct[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles["popover"] ?? ""} placement="bottom end">
        <Items aria-label={label} className={styles["menu"] ?? ""}>
          {acts.map(({ does, icon: Icon, key, act }) => (
            <MenuItem key={does} id={does} textValue={does} onAction={act} className={styles["item"] ?? ""}>
              {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} />}
              <span>{does}</span>
              {key !== undefined && <kbd aria-hidden>{key}</kbd>}
            </MenuItem>
          ))}
        </Items>
      </Popover>
    </MenuTrigger>
  );
}

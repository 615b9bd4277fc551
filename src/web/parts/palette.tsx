import { Keyboard, type LucideIcon, PenLine, Search, SlidersHorizontal, Undo2 } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Input, SearchField } from "react-aria-components/SearchField";
import { useLocation } from "wouter";
import { type CommandName, commandNames, commands } from "#domain/commands.ts";
import { screens } from "../screens.ts";
import { commandsClosed } from "./command-fields.ts";
import { sayKey } from "./keys.ts";
import { useUndo } from "./workspace.tsx";
import dialogs from "./dialog.module.css";
import menus from "./menu.module.css";
import styles from "./palette.module.css";

const CommandForm = lazy(async () => ({ default: (await import("./command-form.tsx")).CommandForm }));

/** One thing that can be chosen; `key` is the key that does the same. */
interface MenuAct {
  does: string;
  icon?: LucideIcon;
  key?: string;
  act: () => void;
}

interface Props {
  onClose: () => void;
  onCapture: () => void;
  onHelp: () => void;
}

/** Everything that can be done and every place there is, found by typing: made of the lists of screens and of commands. */
export function Palette({ onClose, onCapture, onHelp }: Props) {
  const [, navigate] = useLocation();
  const undo = useUndo();
  const { contains } = useFilter({ sensitivity: "base" });
  const [command, setCommand] = useState<CommandName | null>(null);

  const acts = useMemo((): MenuAct[] => {
    return [
      { does: "Capture a line", icon: PenLine, key: "c", act: onCapture },
      { does: "Undo", icon: Undo2, key: "u", act: () => void undo() },
      { does: "The keys", icon: Keyboard, key: "?", act: onHelp },
    ];
  }, [onCapture, onHelp, undo]);
  const ways = useMemo(
    (): MenuAct[] =>
      screens
        .filter(({ path }) => !path.includes(":"))
        .map(({ path, title, icon, key }) => ({
          does: title,
          ...(icon && { icon }),
          ...(key !== undefined && { key: `g ${key}` }),
          act: () => navigate(path),
        })),
    [navigate],
  );
  const verbs = useMemo(
    () =>
      commandNames
        .filter((name) => !commandsClosed.has(name))
        .map((name) => ({ does: commands[name].title, icon: SlidersHorizontal, act: () => setCommand(name) })),
    [],
  );

  return (
    <ModalOverlay className={dialogs["veil"] ?? ""} isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={`${dialogs["sheet"]} ${dialogs["wide"]}`}>
        {command === null ? (
          <Dialog aria-label="Everything you can do">
            <Autocomplete filter={contains}>
              <SearchField aria-label="Find a screen or an act" autoFocus className={styles["search"] ?? ""}>
                <Search aria-hidden size={18} />
                <Input placeholder="Go somewhere, or do something" />
              </SearchField>
              {/* The keyboard's place stays in the field: what scrolls can be come to by itself, to read on. */}
              <div className={styles["list"]} tabIndex={0} role="group" aria-label="All that was found">
                <Menu
                  aria-label="What was found"
                  className={styles["menu"] ?? ""}
                  renderEmptyState={() => <p className={styles["none"]}>Nothing is called that.</p>}
                >
                  <Section title="Do" acts={acts} onClose={onClose} />
                  <Section title="Go to" acts={ways} onClose={onClose} />
                  <Section title="Commands" acts={verbs} />
                </Menu>
              </div>
            </Autocomplete>
          </Dialog>
        ) : (
          <Dialog aria-label={commands[command].title} className={dialogs["inside"] ?? ""}>
            <Suspense fallback={null}>
              <CommandForm name={command} onClose={onClose} />
            </Suspense>
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}

/** @param onClose called before the act, where it leads away from the palette */
function Section({ title, acts, onClose }: { title: string; acts: readonly MenuAct[]; onClose?: () => void }) {
  return (
    <MenuSection aria-label={title}>
      <Header className={styles["heading"] ?? ""}>{title}</Header>
      {acts.map(({ does, icon: Icon, key, act }) => (
        <MenuItem
          key={does}
          id={`${title} ${does}`}
          textValue={does}
          className={menus["item"] ?? ""}
          onAction={() => {
            onClose?.();
            act();
          }}
        >
          {Icon && <Icon aria-hidden size={18} strokeWidth={1.75} />}
          <span>{does}</span>
          {key !== undefined && <kbd aria-hidden>{sayKey(key)}</kbd>}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

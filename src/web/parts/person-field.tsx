import { ChevronsUpDown } from "lucide-react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components/ComboBox";
import type { PersonId } from "#domain/model/id.ts";
import type { PersonListed } from "#questions/people.ts";
import buttons from "./button.module.css";
import fields from "./field.module.css";
import menus from "./menu.module.css";
import styles from "./person-field.module.css";

interface Props {
  label: string;
  people: readonly PersonListed[];
  value: PersonId | null;
  onChange: (person: PersonId | null) => void;
}

/** More are not looked through by eye; typing narrows them. */
const shownMax = 50;

/** Somebody the workspace knows, found by typing. */
export function PersonField({ label, people, value, onChange }: Props) {
  return (
    <ComboBox
      className={fields["field"] ?? ""}
      defaultItems={people.slice(0, shownMax * 20)}
      defaultSelectedKey={value}
      onSelectionChange={(key) => onChange(people.find(({ person }) => person.id === key)?.person.id ?? null)}
    >
      <Label className={fields["label"] ?? ""}>{label}</Label>
      <div className={styles["line"]}>
        <Input className={fields["input"] ?? ""} placeholder="Nobody" />
        <Button className={buttons["icon"] ?? ""} aria-label={`Choose: ${label}`}>
          <ChevronsUpDown aria-hidden size={16} />
        </Button>
      </div>
      <Popover className={menus["popover"] ?? ""}>
        <ListBox<PersonListed> className={menus["menu"] ?? ""}>
          {({ person, organization }) => (
            <ListBoxItem id={person.id} textValue={person.name} className={menus["item"] ?? ""}>
              <span>{person.name}</span>
              <small>{organization}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

import { ChevronsUpDown } from "lucide-react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components/ComboBox";
import type { Commitment } from "#domain/model/commitment.ts";
import type { CommitmentId } from "#domain/model/id.ts";
import { sayPeriod } from "#domain/model/period.ts";
import buttons from "./button.module.css";
import fields from "./field.module.css";
import menus from "./menu.module.css";
import lines from "./person-field.module.css";

interface Listed {
  id: CommitmentId;
  commitment: Commitment;
}

interface Props {
  label: string;
  commitments: readonly { commitment: Commitment }[];
  value: CommitmentId | null;
  onChange: (commitment: CommitmentId | null) => void;
}

/** The commitment that something serves, found by typing; cleared, it serves none (PL1). */
export function CommitmentField({ label, commitments, value, onChange }: Props) {
  const items: Listed[] = commitments.map(({ commitment }) => ({ id: commitment.id, commitment }));
  return (
    <ComboBox
      className={fields["field"] ?? ""}
      defaultItems={items}
      defaultSelectedKey={value}
      onSelectionChange={(key) => onChange(items.find(({ id }) => id === key)?.id ?? null)}
    >
      <Label className={fields["label"] ?? ""}>{label}</Label>
      <div className={lines["line"]}>
        <Input className={fields["input"] ?? ""} placeholder="No commitment" />
        <Button className={buttons["icon"] ?? ""} aria-label={`Choose: ${label}`}>
          <ChevronsUpDown aria-hidden size={16} />
        </Button>
      </div>
      <Popover className={menus["popover"] ?? ""}>
        <ListBox<Listed> className={menus["menu"] ?? ""}>
          {({ commitment }) => (
            <ListBoxItem id={commitment.id} textValue={commitment.what} className={menus["item"] ?? ""}>
              <span>{commitment.what}</span>
              <small>{sayPeriod(commitment)}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

import { Pencil } from "lucide-react";
import { useState } from "react";
import { sayCount } from "#domain/model/say.ts";
import { zoneOf } from "#questions/asking.ts";
import { type DeviceSeen, devices } from "#questions/devices.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { useQuestion, useRun, useSyncStatus, useWorkspace } from "./workspace.tsx";
import styles from "./devices.module.css";

/** Every device that did something here, this one first, each with the name that the history of things calls it by. */
export function Devices() {
  const workspace = useWorkspace();
  useSyncStatus(); // its entries change with what is done and pulled
  const { deviceId } = workspace;
  const seen = useQuestion(
    (replica) => devices(replica, { entries: workspace.entries(), deviceId }),
    [workspace, deviceId, workspace.status],
  );
  const timeZone = useQuestion(zoneOf, []);
  const when = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone });
  const [renamed, setRenamed] = useState<DeviceSeen | null>(null);
  return (
    <>
      <ul className={styles["devices"]}>
        {seen.map((device) => (
          <li key={device.deviceId}>
            <div>
              <b>{nameOf(device)}</b>
              {device.isThis && device.name !== null && <span className={styles["this"]}>this device</span>}
              <small>
                {device.lastAt === null
                  ? "nothing changed from there lately"
                  : `${sayCount(device.commands, "change")}, the last on ${when.format(new Date(device.lastAt))}`}
              </small>
            </div>
            <Button icon={Pencil} aria-label={`Rename: ${nameOf(device)}`} onPress={() => setRenamed(device)}>
              {device.name === null ? "Name it" : "Rename"}
            </Button>
          </li>
        ))}
      </ul>
      {renamed !== null && <Rename device={renamed} onClose={() => setRenamed(null)} />}
    </>
  );
}

function nameOf({ name, isThis, deviceId }: DeviceSeen): string {
  return name ?? (isThis ? "This device" : `Device ${deviceId.slice(-6)}`);
}

function Rename({ device, onClose }: { device: DeviceSeen; onClose: () => void }) {
  const run = useRun();
  const [name, setName] = useState(device.name ?? "");
  const keep = async () => {
    await run("workspace.nameDevice", { deviceId: device.deviceId, name: name.trim() === "" ? null : name.trim() });
    onClose();
  };
  return (
    <Dialog title={`What do you call ${nameOf(device).replace(/^This/, "this")}?`} isOpen onClose={onClose}>
      <form
        className={styles["rename"]}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextField
          label="Its name"
          hint="“phone”, “desk at home”: histories say it. Left empty, it has none."
          maxLength={40}
          autoFocus
          value={name}
          onChange={setName}
        />
        <DialogActs>
          <Button onPress={onClose}>Back</Button>
          <Button type="submit" look="main">
            Keep the name
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

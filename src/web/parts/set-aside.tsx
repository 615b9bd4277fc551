import { Download } from "lucide-react";
import { useState } from "react";
import { sayCount } from "#domain/model/say.ts";
import { Button, ButtonLink } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { sayRefused } from "./toasts.tsx";
import { useSyncStatus, useWorkspace } from "./workspace.tsx";
import styles from "./set-aside.module.css";

/**
 * What this browser keeps is set aside, so that it can go on with the workspace that the server keeps: first all of it is saved as an
 * export, then a person says that they have it, and only then is it taken out of the browser.
 */
export function SetAside({ onClose }: { onClose: () => void }) {
  const workspace = useWorkspace();
  const { refused } = useSyncStatus();
  const [stage, setStage] = useState<"asked" | "saved" | "going">("asked");
  const save = async () => {
    try {
      const { exportOf, handOver } = await import("./export.ts");
      handOver(await exportOf(workspace), "upshot-set-aside.jsonl");
      setStage("saved");
    } catch (error) {
      sayRefused(`The export could not be written: ${String(error)}`, "Nothing was changed. Try again.");
    }
  };
  const go = async () => {
    setStage("going");
    try {
      await workspace.forget();
      location.assign("/");
    } catch (error) {
      setStage("saved");
      sayRefused(String(error), "What was written here is still here.");
    }
  };
  return (
    <Dialog title="Set aside what is in this browser" isOpen onClose={onClose}>
      <div className={styles["aside"]}>
        {refused > 0 ? (
          <p>
            {sayCount(refused, "change")} could not be applied, and would not be in an export. See to{" "}
            {refused === 1 ? "it" : "them"} first.
          </p>
        ) : (
          <p>
            1. Save all of it as a file. 2. When you have the file, this browser lets go of its copy and opens the
            workspace that the server keeps. 3. There, Settings imports the file beside what is there.
          </p>
        )}
        <DialogActs>
          <Button onPress={onClose} isDisabled={stage === "going"}>
            Leave it
          </Button>
          {refused > 0 ? (
            <ButtonLink href="/unapplied" look="main">
              See what could not be applied
            </ButtonLink>
          ) : stage === "asked" ? (
            <Button look="main" icon={Download} onPress={() => void save()}>
              Save the file
            </Button>
          ) : (
            <Button look="danger" isDisabled={stage === "going"} onPress={() => void go()}>
              I have the file: open the server’s workspace
            </Button>
          )}
        </DialogActs>
      </div>
    </Dialog>
  );
}

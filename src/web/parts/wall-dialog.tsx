import { type FormEvent, useState } from "react";
import type { ClusterId, StickyId } from "#domain/model/id.ts";
import { sayCount } from "#domain/model/say.ts";
import { stickyTextMax } from "#domain/model/sticky.ts";
import { type BoardShown, clusterName, type ClusterShown, type StickyShown } from "#questions/board.ts";
import { Button } from "./button.tsx";
import { Dialog, DialogActs } from "./dialog.tsx";
import { TextArea, TextField } from "./field.tsx";
import { NativePick } from "./native-pick.tsx";
import { useRun } from "./workspace.tsx";

/** What of the wall is opened. */
export type Opened = { is: "sticky"; id: StickyId } | { is: "cluster"; id: ClusterId };

interface Props {
  shown: BoardShown;
  opened: Opened;
  onClose: () => void;
}

/** All that can be done with one thing on the wall, without a hand that drags. */
export function WallDialog({ shown, opened, onClose }: Props) {
  const clusters = shown.columns.flatMap((column) => column.clusters);
  const stickies = [
    ...shown.columns.flatMap((column) => column.stickies),
    ...clusters.flatMap((cluster) => cluster.stickies),
  ];
  const sticky = opened.is === "sticky" ? stickies.find(({ id }) => id === opened.id) : undefined;
  const cluster = opened.is === "cluster" ? clusters.find(({ id }) => id === opened.id) : undefined;
  // Somebody else may have removed it meanwhile.
  if (sticky === undefined && cluster === undefined) return null;
  return (
    <Dialog title={sticky ? "A sticky" : "A cluster"} isOpen onClose={onClose}>
      {sticky && <StickyForm {...{ shown, sticky, stickies, clusters, onClose }} />}
      {cluster && <ClusterForm {...{ shown, cluster, onClose }} />}
    </Dialog>
  );
}

interface StickyFormProps {
  shown: BoardShown;
  sticky: StickyShown;
  stickies: readonly StickyShown[];
  clusters: readonly ClusterShown[];
  onClose: () => void;
}

function StickyForm({ shown: { board }, sticky, stickies, clusters, onClose }: StickyFormProps) {
  const run = useRun();
  const [text, setText] = useState(sticky.text);
  const [columnId, setColumnId] = useState(sticky.columnId);
  const [withId, setWithId] = useState<string>(sticky.clusterId ?? "");
  const { id: stickyId } = sticky;
  const isAlone = sticky.clusterId === null;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const words = text.trim();
    if (words !== "" && words !== sticky.text) await run("sticky.change", { stickyId, text: words });
    const into = columnId === sticky.columnId ? {} : { columnId };
    if (withId === (sticky.clusterId ?? "")) {
      if (columnId !== sticky.columnId) await run(isAlone ? "sticky.move" : "cluster.leave", { stickyId, ...into });
      return;
    }
    const cluster = clusters.find(({ id }) => id === withId);
    const other = stickies.find(({ id }) => id === withId);
    if (cluster !== undefined) await run("cluster.join", { clusterId: cluster.id, stickyIds: [stickyId] });
    else if (other !== undefined) await run("cluster.make", { boardId: board.id, stickyIds: [other.id, stickyId] });
    else await run("cluster.leave", { stickyId, ...into });
  };
  const beside = stickies.filter(({ id, clusterId }) => id !== stickyId && clusterId === null);
  return (
    <form className="asked" onSubmit={(event) => void save(event)}>
      {sticky.isChangeable ? (
        <TextArea label="Its words" value={text} onChange={setText} maxLength={stickyTextMax} autoFocus />
      ) : (
        <p>{sticky.text}</p>
      )}
      {sticky.writer !== null && !sticky.isMine && <p>Written by {sticky.writer}</p>}
      <NativePick
        label="Column"
        value={columnId}
        onChange={setColumnId}
        isNeeded
        from={board.columns.map(({ id, name }) => ({ id, words: name }))}
      />
      {board.mode !== "write" && (
        <NativePick
          label="Together with"
          value={withId}
          onChange={setWithId}
          isNeeded={false}
          nothing="Nothing: it hangs alone"
          from={[
            ...clusters.map((cluster) => ({ id: cluster.id, words: `Cluster: ${clusterName(cluster)}` })),
            ...beside.map(({ id, text }) => ({ id, words: text })),
          ]}
        />
      )}
      <DialogActs>
        {sticky.isChangeable && (
          <Button
            look="danger"
            onPress={() => {
              onClose();
              void run("sticky.remove", { stickyId });
            }}
          >
            Remove it
          </Button>
        )}
        <Button onPress={onClose}>Leave it</Button>
        <Button look="main" type="submit">
          Keep the change
        </Button>
      </DialogActs>
    </form>
  );
}

function ClusterForm({
  shown: { board },
  cluster,
  onClose,
}: {
  shown: BoardShown;
  cluster: ClusterShown;
  onClose: () => void;
}) {
  const run = useRun();
  const [name, setName] = useState(cluster.name ?? "");
  const [columnId, setColumnId] = useState(cluster.columnId);
  const { id: clusterId, x, y } = cluster;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const words = name.trim();
    if (words !== "" && words !== cluster.name) await run("cluster.name", { clusterId, name: words });
    if (columnId !== cluster.columnId) await run("cluster.move", { clusterId, columnId, x, y });
  };
  return (
    <form className="asked" onSubmit={(event) => void save(event)}>
      <TextField label="Its name" value={name} onChange={setName} maxLength={120} autoFocus autoComplete="off" />
      <p>{sayCount(cluster.stickies.length, "sticky", "stickies")} in it</p>
      <NativePick
        label="Column"
        value={columnId}
        onChange={setColumnId}
        isNeeded
        from={board.columns.map(({ id, name }) => ({ id, words: name }))}
      />
      <DialogActs>
        <Button
          look="danger"
          onPress={() => {
            onClose();
            void run("cluster.remove", { clusterId });
          }}
        >
          Take it apart
        </Button>
        <Button onPress={onClose}>Leave it</Button>
        <Button look="main" type="submit">
          Keep the change
        </Button>
      </DialogActs>
    </form>
  );
}

import { useState } from "react";
import type { SittingId } from "#domain/model/id.ts";
import { sayCount, sayDay } from "#domain/model/say.ts";
import { sayAnswers, sayCards } from "#domain/model/say-card.ts";
import { type CardAnswer, nextCombBack } from "#domain/model/sitting.ts";
import { addDays, Day } from "#domain/model/time.ts";
import { combBack } from "#questions/comb-back.ts";
import { combBackDay } from "#questions/comb-back-day.ts";
import { sittings } from "#questions/sittings.ts";
import { Button, ButtonLink } from "../parts/button.tsx";
import { CombAnswers, type Given } from "../parts/comb-answers.tsx";
import { CombCard } from "../parts/comb-card.tsx";
import { DaySaid, useToday } from "../parts/day-said.tsx";
import { Empty } from "../parts/empty.tsx";
import { SittingsLine } from "../parts/sittings-line.tsx";
import { useTies } from "../parts/ties.ts";
import { useQuestion, useRun } from "../parts/workspace.tsx";
import styles from "./comb-back.module.css";

/** Notes beside what they most resemble: more than that is no help. */
const tiesShown = 3;

interface Ended {
  answers: Record<CardAnswer, number>;
  nextOn: Day;
  left: number;
}

/**
 * The weekly comb-back (RV1 to RV5): one card at a time, four answers under the thumb; stops anywhere, goes on anywhere, and ends with
 * what changed and next week's day.
 */
export function CombBackScreen() {
  const { focus, ties } = useTies();
  const run = useRun();
  const [isEnding, setEnding] = useState(false);
  const [ended, setEnded] = useState<Ended | null>(null);
  const asked = useQuestion((replica, asking) => combBack(replica, asking, focus.bearsOn), [focus]);
  const { sitting, cards, answered } = asked;
  const [card] = cards;
  const note = card?.face.about === "note" ? card.face.note : null;
  const own = note === null || ties === null ? [] : ties.of(note, tiesShown);

  const begin = async () => {
    setEnded(null);
    await run("sitting.begin", { cards: cards.map(({ subject }) => subject) }, { say: "Begun" });
  };
  const answer = (given: Given, say: string) => {
    const cardId = card?.card?.id;
    if (cardId !== undefined) void run("card.answer", { cardId, ...given }, { say });
  };
  const end = async (sittingId: SittingId, nextOn: Day) => {
    const { result } = await run("sitting.end", { sittingId, nextOn }, { say: "Comb-back ended" });
    setEnding(false);
    setEnded(result);
  };

  if (ended !== null && sitting === null)
    return <Over ended={ended} onAgain={cards.length > 0 ? () => setEnded(null) : null} />;
  if (sitting === null) {
    return <Start left={asked.left} minutes={asked.minutes} count={cards.length} onBegin={() => void begin()} />;
  }
  if (card === undefined || isEnding) {
    return (
      <End
        left={cards.length}
        onEnd={(nextOn) => void end(sitting.id, nextOn)}
        onBack={card === undefined ? null : () => setEnding(false)}
      />
    );
  }
  const total = answered + cards.length;
  return (
    <div className={styles["sitting"]}>
      <header className={styles["head"]}>
        <h1>Comb-back</h1>
        <p>
          {answered + 1} of {total}
        </p>
        <progress max={total} value={answered} aria-label={`${answered} of ${total} answered`} />
      </header>
      <CombCard card={card} ties={own} />
      <p className={styles["stop"]}>
        It can wait here: what you answered is kept, and it goes on where you are, on any device.{" "}
        <Button look="bare" onPress={() => setEnding(true)}>
          End it for this week
        </Button>
      </p>
      <CombAnswers key={card.card?.id} card={card} ties={own} onAnswer={answer} />
    </div>
  );
}

interface StartProps {
  left: Parameters<typeof sayCards>[0];
  minutes: number;
  count: number;
  onBegin: () => void;
}

function Start({ left, minutes, count, onBegin }: StartProps) {
  const { dueOn, isDue } = useQuestion(combBackDay, []);
  return (
    <div className={styles["sitting"]}>
      <h1>Comb-back</h1>
      {count === 0 ? (
        <Empty title="Nothing to comb back" act={<ButtonLink href="/">See what matters today</ButtonLink>}>
          Every note was answered, and nothing waits. Old notes come back here once a week, beside what they resemble.
        </Empty>
      ) : (
        <>
          <p className={styles["brings"]}>{sayCards(left)}</p>
          <p>
            About {sayCount(minutes, "minute")}.{" "}
            {dueOn !== null && !isDue && (
              <>
                The next one is on <DaySaid day={dueOn} />.
              </>
            )}
          </p>
          <div>
            <Button look="main" onPress={onBegin}>
              {isDue || dueOn === null ? "Begin" : "Begin one now"}
            </Button>
          </div>
        </>
      )}
      <SittingsLine />
    </div>
  );
}

/** What changed, and the day of the next one. */
function End({ left, onEnd, onBack }: { left: number; onEnd: (nextOn: Day) => void; onBack: (() => void) | null }) {
  const today = useToday();
  const usual = useQuestion(
    (replica) => nextCombBack(today, replica.get("workspace", replica.workspaceId)?.combBackDay ?? null),
    [today],
  );
  const changed = useQuestion((replica) => sittings(replica).at(-1)?.answers, []);
  const [chosen, choose] = useState<Day | null>(null);
  const next = chosen ?? usual;
  return (
    <div className={styles["sitting"]}>
      <h1>{left === 0 ? "That was all" : `${sayCount(left, "card")} left for another week`}</h1>
      {changed !== undefined && <p className={styles["brings"]}>What changed: {sayAnswers(changed)}.</p>}
      <p className={styles["next"]}>
        <label>
          The next comb-back{" "}
          <input
            type="date"
            value={next}
            min={addDays(today, 1)}
            onChange={({ target }) => choose(Day.safeParse(target.value).data ?? null)}
          />
        </label>
      </p>
      <div className={styles["acts"]}>
        <Button look="main" isDisabled={next <= today} onPress={() => onEnd(next)}>
          {`See you ${sayDay(next, today)}`}
        </Button>
        {onBack !== null && <Button onPress={onBack}>Go on with the cards</Button>}
      </div>
    </div>
  );
}

function Over({ ended: { answers, nextOn, left }, onAgain }: { ended: Ended; onAgain: (() => void) | null }) {
  return (
    <div className={styles["sitting"]}>
      <h1>Done for this week</h1>
      <p className={styles["brings"]}>
        {sayAnswers(answers)}
        {left > 0 && `; ${sayCount(left, "card")} left, they come again`}.
      </p>
      <p>
        The next one: <DaySaid day={nextOn} />
      </p>
      <div className={styles["acts"]}>
        <ButtonLink href="/" look="main">
          See what matters today
        </ButtonLink>
        {onAgain !== null && <Button onPress={onAgain}>See what another would bring</Button>}
      </div>
      <SittingsLine />
    </div>
  );
}

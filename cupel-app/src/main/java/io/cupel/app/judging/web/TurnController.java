package io.cupel.app.judging.web;

import io.cupel.app.ground.Cursor;
import io.cupel.app.ground.Page;
import io.cupel.app.ground.Parameters;
import io.cupel.app.ground.Problem;
import io.cupel.app.ground.ProblemException;
import io.cupel.app.judging.JudgingProblem;
import io.cupel.app.judging.Turn;
import io.cupel.app.judging.Turns;
import io.cupel.app.people.Needs;
import io.cupel.app.people.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The calls about versions taking over the judging. */
@RestController
@RequestMapping("/api/turns")
final class TurnController {
    private static final String LIST = "turns";

    private final Turns turns;

    TurnController(Turns turns) {
        this.turns = turns;
    }

    /**
     * A turn.
     *
     * @param leads that there were when it began
     * @param left how many leads did not take it yet
     */
    record TurnView(
            int number,
            int version,
            String contract,
            Instant at,
            long position,
            String state,
            long leads,
            long left,
            Instant begun,
            @Nullable Instant done) {
        static TurnView of(Turn turn) {
            return new TurnView(
                    turn.number(),
                    turn.version(),
                    turn.contract(),
                    turn.at(),
                    turn.position(),
                    turn.state().written(),
                    turn.leads(),
                    turn.left(),
                    turn.begun(),
                    turn.done());
        }
    }

    @Needs(Scope.CONTRACTS_READ)
    @GetMapping
    Page<TurnView> list(@RequestParam MultiValueMap<String, String> parameters) {
        Parameters given = new Parameters(parameters);
        int limit = given.limit();
        String cursor = given.text("cursor");
        given.orThrow();
        long before = Cursor.number(LIST, cursor, Integer.MAX_VALUE);
        List<Turn> found = turns.before((int) Math.min(before, Integer.MAX_VALUE), limit + 1);
        return Page.of(found, limit, last -> Cursor.of(LIST, last.number())).map(TurnView::of);
    }

    @Needs(Scope.CONTRACTS_ACTIVATE)
    @PostMapping("/{turn}/stop")
    TurnView stop(@PathVariable int turn) {
        return after(find(turn).number(), turns.stop(turn));
    }

    @Needs(Scope.CONTRACTS_ACTIVATE)
    @PostMapping("/{turn}/resume")
    TurnView resume(@PathVariable int turn) {
        return after(find(turn).number(), turns.resume(turn));
    }

    private Turn find(int turn) {
        return turns.find(turn).orElseThrow(TurnController::none);
    }

    private TurnView after(int turn, boolean isSet) {
        if (!isSet) {
            throw JudgingProblem.SWEEP_DONE.exception();
        }
        return TurnView.of(find(turn));
    }

    private static ProblemException none() {
        return new ProblemException(Problem.NOT_FOUND, "there is no turn of this number");
    }
}

package io.jenkins.plugins.slacknotify.interaction.rebuild;

import io.jenkins.plugins.slacknotify.interaction.build.QueueSlot;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonAction;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds in memory. */
public final class FakeRebuildControl implements RebuildControl {
    /** The place of all that is run again. */
    static final QueueSlot SLOT = new QueueSlot(41, Instant.ofEpochMilli(1_234));

    private final Map<String, RebuildResult.Started> started = new HashMap<>();
    private final List<String> effects = new ArrayList<>();
    private RebuildResult answer = new RebuildResult.Stopped();

    /** From now on this comes of everything but a start. */
    public void answer(RebuildResult result) {
        answer = result;
    }

    public List<String> effects() {
        return effects;
    }

    @Override
    public Optional<RebuildResult> refusal(String account, ButtonAction action, ButtonTarget build) {
        return answer instanceof RebuildResult.Stopped ? Optional.empty() : Optional.of(answer);
    }

    @Override
    public RebuildResult runAgain(ActTrace trace, ButtonTarget build) {
        effects.add("again " + build.build());
        if (answer instanceof RebuildResult.Stopped) {
            RebuildResult.Started now = new RebuildResult.Started(SLOT, "with the same parameters");
            started.put(trace.origin().request(), now);
            return now;
        }
        return answer;
    }

    @Override
    public Optional<RebuildResult.Started> started(RequestMark request, ButtonTarget build) {
        return Optional.ofNullable(started.get(request.id()));
    }

    @Override
    public RebuildResult abort(ActTrace trace, ButtonTarget build) {
        String reason = trace.origin().reason();
        return effect("abort " + build.build() + (reason == null ? "" : ": " + reason));
    }

    @Override
    public RebuildResult terminate(ActTrace trace, ButtonTarget build) {
        return effect("terminate " + build.build());
    }

    @Override
    public RebuildResult kill(ActTrace trace, ButtonTarget build) {
        return effect("kill " + build.build());
    }

    @Override
    public RebuildResult cancel(ActTrace trace, ButtonTarget queued) {
        return effect("cancel " + queued.build().job() + " "
                + QueueSlot.of(queued).map(Object::toString).orElse(""));
    }

    private RebuildResult effect(String what) {
        effects.add(what);
        return answer;
    }
}

package io.jenkins.plugins.slacknotify.interaction.rebuild;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds in memory that can be run again with changes, or from a stage. */
final class FakeRerunControl implements RerunControl {
    private final Map<String, RebuildResult.Started> started = new HashMap<>();
    private final List<String> effects = new ArrayList<>();
    private List<ParameterForm.Field> fields = List.of();

    @CheckForNull
    private RebuildResult refusal;

    FakeRerunControl asking(ParameterForm.Field... newFields) {
        fields = List.of(newFields);
        return this;
    }

    /** From now on nothing can be run again. */
    void refuse(RebuildResult reason) {
        refusal = reason;
    }

    List<String> effects() {
        return effects;
    }

    @Override
    public RerunForm parameters(String account, ButtonTarget build) {
        return form();
    }

    @Override
    public RerunForm stages(String account, ButtonTarget build) {
        return form();
    }

    private RerunForm form() {
        return refusal == null
                ? new RerunForm.Possible(new ParameterForm("Again?", "Run again", fields))
                : new RerunForm.NotPossible(refusal);
    }

    @Override
    public RebuildResult runChanged(ActTrace trace, ButtonTarget build, Map<String, String> values) {
        return start(trace, "changed " + build.build() + " " + values);
    }

    @Override
    public RebuildResult runFromStage(ActTrace trace, ButtonTarget build, String stage) {
        return start(trace, "from " + stage + " " + build.build());
    }

    private RebuildResult start(ActTrace trace, String effect) {
        effects.add(effect + " by " + trace.origin().account());
        RebuildResult.Started now = new RebuildResult.Started(FakeRebuildControl.SLOT, "with changes");
        started.put(trace.origin().request(), now);
        return now;
    }

    @Override
    public Optional<RebuildResult.Started> started(RequestMark request, ButtonTarget build) {
        return Optional.ofNullable(started.get(request.id()));
    }
}

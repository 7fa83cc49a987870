package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Run;
import hudson.model.SimpleParameterDefinition;
import io.jenkins.plugins.slacknotify.control.AsAccount;
import io.jenkins.plugins.slacknotify.control.ReadableBuilds;
import io.jenkins.plugins.slacknotify.control.form.ParameterFields;
import io.jenkins.plugins.slacknotify.interaction.build.RequestMark;
import io.jenkins.plugins.slacknotify.interaction.form.ParameterForm;
import io.jenkins.plugins.slacknotify.interaction.modal.FormElements;
import io.jenkins.plugins.slacknotify.interaction.press.ActTrace;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RebuildResult;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RerunControl;
import io.jenkins.plugins.slacknotify.interaction.rebuild.RerunForm;
import io.jenkins.plugins.slacknotify.message.buttons.ButtonTarget;
import io.jenkins.plugins.slacknotify.message.text.Mrkdwn;
import io.jenkins.plugins.slacknotify.trigger.findings.RestartStageReader;
import io.jenkins.plugins.slacknotify.trigger.findings.StageReader;
import io.jenkins.plugins.slacknotify.trigger.parameter.ParameterKind;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs builds again with other parameters, or from a stage. */
public final class JenkinsRerunControl implements RerunControl {
    /** The most choices of one menu in Slack, by its reference of blocks. */
    private static final int STAGES = 100;

    private static final String RUN_AGAIN = "Run again";

    private final InstantSource clock;

    public JenkinsRerunControl(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public RerunForm parameters(String account, ButtonTarget build) {
        return form(account, build, run -> {
            List<ParameterDefinition> definitions = definitions(run.getParent());
            if (definitions.isEmpty()) {
                return new RerunForm.NotPossible(
                        new RebuildResult.CannotRepeat("its job has no parameters. *Run again* runs it as it was."));
            }
            Map<String, ParameterValue> values = new RepeatedBuild(run).values();
            List<ParameterDefinition> fillable = fillable(definitions, values);
            if (fillable.isEmpty() || !ParameterKind.canAllBeFilledInOutside(fillable)) {
                return new RerunForm.NotPossible(new RebuildResult.CannotRepeat(
                        "its parameters can be filled in on the job's page in Jenkins only."));
            }
            return new RerunForm.Possible(new ParameterForm(
                    "Run " + build.build() + " again with other parameters",
                    RUN_AGAIN,
                    fillable.stream()
                            .map(definition -> field(definition, values.get(definition.getName())))
                            .toList()));
        });
    }

    private static ParameterForm.Field field(ParameterDefinition definition, @CheckForNull ParameterValue value) {
        ParameterForm.Field field = ParameterFields.field(definition);
        Object had = value == null ? null : value.getValue();
        return had == null ? field : field.withInitial(had.toString());
    }

    @Override
    public RebuildResult runChanged(ActTrace trace, ButtonTarget build, Map<String, String> given) {
        return with(trace, build, run -> {
            RepeatedBuild repeated = new RepeatedBuild(run);
            return repeated.refusal().orElseGet(() -> runChanged(trace, run, repeated, given));
        });
    }

    private RebuildResult runChanged(ActTrace trace, Run<?, ?> run, RepeatedBuild repeated, Map<String, String> given) {
        Map<String, ParameterValue> had = repeated.values();
        List<ParameterValue> values = new ArrayList<>();
        for (ParameterDefinition definition : definitions(run.getParent())) {
            String name = definition.getName();
            String text = ParameterKind.of(definition) == ParameterKind.IN_JENKINS ? null : given.get(name);
            Optional<String> error = text == null ? Optional.empty() : ParameterFields.errorOf(definition, text);
            if (error.isPresent()) {
                return new RebuildResult.CannotRepeat(Mrkdwn.quoted(name) + ": " + Mrkdwn.line(error.get()) + ".");
            }
            ParameterValue kept = had.containsKey(name) ? had.get(name) : definition.getDefaultParameterValue();
            ParameterValue value = text == null || isShownAs(kept, text)
                    ? kept
                    : ((SimpleParameterDefinition) definition).createValue(text);
            if (value != null) {
                values.add(value);
            }
        }
        List<Action> actions = new ArrayList<>(repeated.pins());
        String how = actions.isEmpty()
                ? "with the parameters of the form"
                : "with the parameters of the form, of the same commit";
        actions.add(new ParametersAction(values));
        return repeated.schedule(trace, actions, List.of(), how, clock.instant());
    }

    /** Whether a text is what a form has shown of a value. Slack may write the ends of its lines otherwise. */
    private static boolean isShownAs(@CheckForNull ParameterValue value, String text) {
        Object shown = value == null ? null : value.getValue();
        return shown != null && shown.toString().replace("\r\n", "\n").equals(text);
    }

    @Override
    public RerunForm stages(String account, ButtonTarget build) {
        return form(account, build, run -> {
            List<String> stages = stages(run);
            return stages.isEmpty()
                    ? new RerunForm.NotPossible(noStage())
                    : new RerunForm.Possible(new ParameterForm(
                            "Run " + build.build() + " again from a stage on, with the same parameters",
                            RUN_AGAIN,
                            List.of(new ParameterForm.Field(
                                    STAGE,
                                    ParameterForm.Kind.CHOICE,
                                    "What comes before it is not run.",
                                    stages.get(0),
                                    stages,
                                    value -> Optional.empty()))));
        });
    }

    private static List<String> stages(Run<?, ?> run) {
        List<String> stages =
                RestartStageReader.stagesOf(run, StageReader.report(run).failed());
        return restart(run).isPresent() ? stages.subList(0, Math.min(STAGES, stages.size())) : List.of();
    }

    private static Optional<StageRestart> restart(Run<?, ?> run) {
        return ExtensionList.lookup(StageRestart.class).stream()
                .filter(restart -> restart.isAllowed(run))
                .findFirst();
    }

    private static RebuildResult noStage() {
        return new RebuildResult.CannotRepeat(
                "it cannot be run again from a stage. That is for declarative pipelines that have ended,"
                        + " unless their job forbids it. *Run again* runs the whole build.");
    }

    @Override
    public RebuildResult runFromStage(ActTrace trace, ButtonTarget build, String stage) {
        return with(trace, build, run -> {
            RepeatedBuild repeated = new RepeatedBuild(run);
            return repeated.refusal().orElseGet(() -> runFromStage(trace, run, repeated, stage));
        });
    }

    private RebuildResult runFromStage(ActTrace trace, Run<?, ?> run, RepeatedBuild repeated, String stage) {
        Optional<StageRestart> restart = restart(run);
        if (restart.isEmpty() || !stages(run).contains(stage)) {
            return noStage();
        }
        return repeated.schedule(
                trace,
                restart.get().actionsFor(run),
                List.of(restart.get().causeFor(run, stage)),
                "from *" + Mrkdwn.line(stage) + "* on, with the same parameters",
                clock.instant());
    }

    @Override
    public Optional<RebuildResult.Started> started(RequestMark request, ButtonTarget build) {
        return JenkinsRebuildControl.startedBy(request, build);
    }

    private static List<ParameterDefinition> definitions(Job<?, ?> job) {
        ParametersDefinitionProperty property = job.getProperty(ParametersDefinitionProperty.class);
        return property == null ? List.of() : property.getParameterDefinitions();
    }

    /** Returns the parameters whose values fit into a form. The others keep the values of the build. */
    private static List<ParameterDefinition> fillable(
            List<ParameterDefinition> definitions, Map<String, ParameterValue> values) {
        return definitions.stream()
                .filter(definition -> ParameterKind.of(definition) != ParameterKind.IN_JENKINS)
                .filter(definition -> FormElements.fits(
                        field(definition, values.get(definition.getName())).initial()))
                .toList();
    }

    private static RerunForm form(String account, ButtonTarget build, Function<Run<?, ?>, RerunForm> lookup) {
        return AsAccount.find(
                        account,
                        () -> ReadableBuilds.find(build.build())
                                .map(run -> new RepeatedBuild(run)
                                        .refusal()
                                        .<RerunForm>map(RerunForm.NotPossible::new)
                                        .orElseGet(() -> lookup.apply(run))))
                .orElseGet(() -> new RerunForm.NotPossible(new RebuildResult.NoSuchBuild()));
    }

    private static RebuildResult with(ActTrace trace, ButtonTarget build, Function<Run<?, ?>, RebuildResult> act) {
        return AsAccount.find(
                        trace.origin().account(),
                        () -> ReadableBuilds.find(build.build()).map(act))
                .orElseGet(RebuildResult.NoSuchBuild::new);
    }
}

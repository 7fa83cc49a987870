package io.jenkins.plugins.slacknotify.trigger.library;

/** The name of the pipeline step, which other things in a pipeline may have as well. */
public final class StepName {
    /** The name by which pipelines call the step. */
    public static final String STEP = "slackNotify";

    private StepName() {}
}

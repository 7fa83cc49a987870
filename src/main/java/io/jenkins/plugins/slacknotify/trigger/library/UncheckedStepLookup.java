package io.jenkins.plugins.slacknotify.trigger.library;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Describable;
import hudson.model.Descriptor;
import org.jenkinsci.plugins.pipeline.modeldefinition.DescriptorLookupCache;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.accmod.restrictions.suppressions.SuppressRestrictedWarnings;

/**
 * The lookup by which declarative pipelines find the step that a call is checked against, without {@code slackNotify}.
 *
 * <p>Such a pipeline is checked before it runs, by names alone: a call of a shared library's {@code slackNotify('text',
 * 1)} would be an error, because the step of that name has other arguments, and the pipeline would not run any more. What
 * the lookup does not find is not checked. When the pipeline runs, a library's variable goes before a step by itself;
 * the step checks its own arguments then.
 *
 * <p>The class that it extends is not meant for other plugins, and there is no other way: the decision is in
 * docs/decisions. Should it be gone some day, Jenkins leaves this extension out, and calls are checked again.
 */
@Extension(optional = true, ordinal = 1)
@SuppressRestrictedWarnings(DescriptorLookupCache.class)
public class UncheckedStepLookup extends DescriptorLookupCache {
    /** {@inheritDoc} The name is null where a pipeline calls something that has none. */
    @CheckForNull
    @Override
    public synchronized StepDescriptor lookupStepDescriptor(@CheckForNull String name) {
        return StepName.STEP.equals(name) ? null : super.lookupStepDescriptor(name);
    }

    /** {@inheritDoc} The build step and the post-build action have the name of the step as well. */
    @CheckForNull
    @Override
    public synchronized Descriptor<? extends Describable> lookupFunction(
            @CheckForNull String name, @CheckForNull Class<? extends Describable> type) {
        return type == null && StepName.STEP.equals(name) ? null : super.lookupFunction(name, type);
    }
}

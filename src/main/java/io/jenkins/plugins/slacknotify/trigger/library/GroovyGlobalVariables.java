package io.jenkins.plugins.slacknotify.trigger.library;

import hudson.model.Run;
import org.jenkinsci.plugins.variant.OptionalExtension;
import org.jenkinsci.plugins.workflow.cps.GlobalVariable;

/** The global variables of pipelines in Groovy. */
@OptionalExtension(requirePlugins = "workflow-cps")
public class GroovyGlobalVariables implements GlobalVariables {
    @Override
    public boolean has(Run<?, ?> run, String name) {
        return found(run, name);
    }

    // Named in a method of its own, so that Jenkins leaves this extension out where the plugin is missing.
    private static boolean found(Run<?, ?> run, String name) {
        return GlobalVariable.byName(name, run) != null;
    }
}

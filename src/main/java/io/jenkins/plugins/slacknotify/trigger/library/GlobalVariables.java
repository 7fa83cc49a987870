package io.jenkins.plugins.slacknotify.trigger.library;

import hudson.ExtensionPoint;
import hudson.model.Run;

/** The port to the global variables of pipelines. It has an implementation where pipelines are installed. */
public interface GlobalVariables extends ExtensionPoint {
    /** Whether a run has a global variable of that name, as from a shared library that it has loaded. Reads memory only. */
    boolean has(Run<?, ?> run, String name);
}

package io.jenkins.plugins.slacknotify.control.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;

/** A parameter as a plugin makes it up, which the command line has no text for. */
public class MadeUpParameter extends ParameterDefinition {
    private final String name;

    @CheckForNull
    private final transient ParameterValue initial;

    public MadeUpParameter(String name, @CheckForNull ParameterValue initial) {
        super(name);
        this.name = name;
        this.initial = initial;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getDescription() {
        return null;
    }

    @Override
    public ParameterValue getDefaultParameterValue() {
        return initial;
    }

    @Override
    public boolean isValid(ParameterValue value) {
        return true;
    }
}

package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import hudson.cli.CLICommand;
import java.io.IOException;
import java.io.Serializable;

public abstract class ParameterDefinition implements Describable<ParameterDefinition>, ExtensionPoint, Serializable {
    protected ParameterDefinition(@NonNull String name) {}

    @NonNull
    public native String getName();

    @CheckForNull
    public native String getDescription();

    @CheckForNull
    public native ParameterValue getDefaultParameterValue();

    public native boolean isValid(ParameterValue value);

    @CheckForNull
    public native ParameterValue createValue(CLICommand command, String value) throws IOException, InterruptedException;
}

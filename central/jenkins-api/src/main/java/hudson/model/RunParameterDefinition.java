package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

public class RunParameterDefinition extends SimpleParameterDefinition {
    private RunParameterDefinition(@NonNull String name) {
        super(name);
    }

    @Override
    public native ParameterValue createValue(String value);
}

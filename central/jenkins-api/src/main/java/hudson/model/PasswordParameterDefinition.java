package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

public class PasswordParameterDefinition extends SimpleParameterDefinition {
    private PasswordParameterDefinition(@NonNull String name) {
        super(name);
    }

    @Override
    public native ParameterValue createValue(String value);
}

package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import jenkins.model.OptionalJobProperty;

public class ParametersDefinitionProperty extends OptionalJobProperty<Job<?, ?>> {
    public ParametersDefinitionProperty() {}

    @CheckForNull
    public native ParameterDefinition getParameterDefinition(String name);
}

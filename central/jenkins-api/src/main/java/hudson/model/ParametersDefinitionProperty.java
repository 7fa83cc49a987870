package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;
import jenkins.model.OptionalJobProperty;

public class ParametersDefinitionProperty extends OptionalJobProperty<Job<?, ?>> {
    public ParametersDefinitionProperty(@NonNull List<ParameterDefinition> parameterDefinitions) {}

    @NonNull
    public native List<ParameterDefinition> getParameterDefinitions();

    @CheckForNull
    public native ParameterDefinition getParameterDefinition(String name);
}

package hudson.model;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.List;

public class ChoiceParameterDefinition extends SimpleParameterDefinition {
    public ChoiceParameterDefinition(
            @NonNull String name, @NonNull String[] choices, @CheckForNull String description) {
        super(name);
    }

    @NonNull
    public native List<String> getChoices();

    @Override
    public native ParameterValue createValue(String value);
}

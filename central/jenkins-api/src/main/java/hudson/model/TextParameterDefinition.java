package hudson.model;

import edu.umd.cs.findbugs.annotations.NonNull;

public class TextParameterDefinition extends StringParameterDefinition {
    public TextParameterDefinition(@NonNull String name) {
        super(name);
    }
}

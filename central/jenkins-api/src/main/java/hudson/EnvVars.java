package hudson;

import java.util.Map;
import java.util.TreeMap;

public class EnvVars extends TreeMap<String, String> {
    public static final Map<String, String> masterEnvVars = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    public EnvVars(Map<String, String> variables) {
        this();
        putAll(variables);
    }

    public native String expand(String s);
}

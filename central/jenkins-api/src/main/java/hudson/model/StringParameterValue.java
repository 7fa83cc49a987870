package hudson.model;

public class StringParameterValue extends ParameterValue {
    private final String text;

    public StringParameterValue(String name, String value) {
        super(name);
        text = value;
    }

    @Override
    public String getValue() {
        return text;
    }
}

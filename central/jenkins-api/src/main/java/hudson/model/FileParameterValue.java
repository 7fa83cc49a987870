package hudson.model;

public class FileParameterValue extends ParameterValue {
    private FileParameterValue(String name) {
        super(name);
    }
}

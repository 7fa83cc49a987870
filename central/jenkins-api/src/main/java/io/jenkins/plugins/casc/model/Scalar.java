package io.jenkins.plugins.casc.model;

public final class Scalar implements CNode {
    private final String value;

    public Scalar(String value) {
        this.value = value;
    }

    @Override
    public String toString() {
        return value;
    }
}

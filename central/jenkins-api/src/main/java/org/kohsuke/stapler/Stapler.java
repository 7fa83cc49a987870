package org.kohsuke.stapler;

public class Stapler {
    private Stapler() {}

    public static native StaplerRequest2 getCurrentRequest2();
}

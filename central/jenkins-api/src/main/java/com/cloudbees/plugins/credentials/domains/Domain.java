package com.cloudbees.plugins.credentials.domains;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.io.Serializable;

public class Domain implements Serializable {
    private Domain() {}

    @NonNull
    public static native Domain global();

    private static final long serialVersionUID = 1L;
}

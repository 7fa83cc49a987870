package org.eclipse.jgit.transport;

import java.io.Serializable;
import java.net.URISyntaxException;

public class URIish implements Serializable {
    private static final long serialVersionUID = 1L;

    public URIish(String s) throws URISyntaxException {}
}

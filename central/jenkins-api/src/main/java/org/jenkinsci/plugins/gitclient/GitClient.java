package org.jenkinsci.plugins.gitclient;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

public interface GitClient {
    List<String> showRevision(ObjectId r) throws InterruptedException;
}

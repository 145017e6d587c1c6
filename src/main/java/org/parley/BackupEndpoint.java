package org.parley;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.store.Backup;
import org.parley.store.Store;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/backup}: a backup of the newest revision, while the server works. */
@Component
@WebEndpoint(id = "backup")
final class BackupEndpoint {
  private final Store store;

  BackupEndpoint(Store store) {
    this.store = store;
  }

  /** The file is whole before its first byte is sent, and is removed after the last. */
  @ReadOperation(produces = "application/zip")
  Resource backup() throws IOException {
    Path file = Files.createTempFile("parley", ".zip");
    try {
      var unused = Backup.save(file, out -> Backup.write(store, out));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new FileSystemResource(file) {
      @Override
      public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
          @Override
          public void close() throws IOException {
            super.close();
            Files.deleteIfExists(file);
          }
        };
      }
    };
  }
}

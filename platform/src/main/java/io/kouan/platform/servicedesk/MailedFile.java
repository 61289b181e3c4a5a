package io.kouan.platform.servicedesk;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.springframework.web.multipart.MultipartFile;

/** A file that came with a mail, taken in as one that came with a form: the same rules hold for both. */
@SuppressWarnings("ArrayRecordComponent") // handed on to be stored at once
record MailedFile(String name, byte[] content) implements MultipartFile {

    @Override
    public String getName() {
        return "files";
    }

    @Override
    public String getOriginalFilename() {
        return name;
    }

    @Override
    public String getContentType() {
        return "application/octet-stream";
    }

    @Override
    public boolean isEmpty() {
        return content.length == 0;
    }

    @Override
    public long getSize() {
        return content.length;
    }

    @Override
    public byte[] getBytes() {
        return content.clone();
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public void transferTo(File place) throws IOException {
        Files.write(place.toPath(), content);
    }
}

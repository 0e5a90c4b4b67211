package io.jenkins.plugins.networkshell.backup.page;

import hudson.Util;
import hudson.model.Job;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveException;
import io.jenkins.plugins.networkshell.engine.backup.archive.ArchiveHistory;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The latest changes as an Atom feed (RFC 4287): one entry for each version of a device's configuration. */
final class ChangeFeed implements HttpResponse {
    /** The number of entries in the feed. */
    private static final int ENTRIES = 50;

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Job<?, ?> job;
    private final List<Entry> entries;

    private record Entry(String device, ArchiveHistory.Entry change) {
        Instant time() {
            return change.version().since();
        }
    }

    private ChangeFeed(Job<?, ?> job, List<Entry> entries) {
        this.job = job;
        this.entries = entries;
    }

    static ChangeFeed of(Job<?, ?> job, List<StateRow> devices) throws ArchiveException {
        ArchiveHistory history = ArchiveTexts.of(job).history();
        List<Entry> entries = new ArrayList<>();
        // The devices that changed last have the latest versions.
        List<StateRow> latest = devices.stream()
                .filter(StateRow::hasChanged)
                .sorted(StateRow.latestChange())
                .limit(ENTRIES)
                .toList();
        for (StateRow device : latest) {
            for (ArchiveHistory.Entry change : history.history(device.getName())) {
                entries.add(new Entry(device.getName(), change));
            }
        }
        return new ChangeFeed(
                job,
                entries.stream()
                        .sorted(Comparator.comparing(Entry::time).reversed())
                        .limit(ENTRIES)
                        .toList());
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
            throws IOException, ServletException {
        response.setContentType("application/atom+xml;charset=UTF-8");
        try (OutputStream out = response.getOutputStream()) {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            write(xml, request.getRootPath() + "/" + job.getUrl() + BuildBackups.URL + "/");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(XMLStreamWriter xml, String page) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "title", Messages.ChangeFeed_Title(job.getFullDisplayName()));
        element(xml, "id", page);
        element(
                xml,
                "updated",
                (entries.isEmpty() ? Instant.EPOCH : entries.get(0).time()).toString());
        link(xml, page);
        for (Entry entry : entries) {
            write(xml, page, entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static void write(XMLStreamWriter xml, String page, Entry entry) throws XMLStreamException {
        int number = entry.change().version().number();
        String device = page + "device?name=" + Util.rawEncode(entry.device());
        var difference = entry.change().difference();
        xml.writeStartElement("entry");
        element(
                xml,
                "title",
                Messages.ChangeFeed_Entry(entry.device(), number, difference.added(), difference.removed()));
        element(xml, "id", device + "&version=" + number);
        element(xml, "updated", entry.time().toString());
        link(xml, device);
        if (entry.change().version().changedBy() != null
                && entry.change().version().changedBy().user() != null) {
            xml.writeStartElement("author");
            element(xml, "name", entry.change().version().changedBy().user());
            xml.writeEndElement();
        }
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(legal(difference.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** XML cannot represent most control characters, and devices print them. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || c == '\t' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c < 0xFFFE || c > 0xFFFF
                        ? c
                        : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", href);
    }
}

package io.jenkins.plugins.networkshell.engine.backup.report;

import io.jenkins.plugins.networkshell.engine.backup.DeviceReport;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run in JUnit's result format: a test case for each device, so that a CI server shows failed devices as failed
 * tests. The class of a test case is the device's site, or its platform if it has none.
 */
public final class JUnitXml {
    private JUnitXml() {}

    public static String of(RunReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "backup");
            xml.writeAttribute("tests", String.valueOf(report.devices().size()));
            xml.writeAttribute("failures", String.valueOf(report.failed()));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", "0");
            xml.writeAttribute("time", seconds(report.elapsed()));
            xml.writeAttribute("timestamp", report.startedAt().toString());
            for (DeviceReport device : report.devices()) {
                testCase(xml, device);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a string never fails
        }
        return text.append('\n').toString();
    }

    private static void testCase(XMLStreamWriter xml, DeviceReport device) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        String group = device.site() != null ? device.site() : device.platform();
        xml.writeAttribute("classname", group == null ? "backup" : "backup." + valid(group));
        xml.writeAttribute("name", valid(device.name()));
        xml.writeAttribute("time", seconds(device.elapsed()));
        if (!device.ok()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("type", device.failure().kind());
            xml.writeAttribute("message", valid(device.failure().sentence()));
            String hint = device.failure().hint();
            xml.writeCharacters(valid(device.host() + ", " + device.attempts()
                    + (device.attempts() == 1 ? " attempt" : " attempts") + (hint == null ? "" : "\n" + hint)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    /** Removes control characters, which devices print and XML can't represent. */
    private static String valid(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean allowed =
                    c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
            result.appendCodePoint(allowed ? c : '\uFFFD');
        });
        return result.toString();
    }
}

#!/usr/bin/env bash
# Guess:     a reader that is asked for the formats of cells reads a workbook that has no styles part (the part is optional in
#            ECMA-376), and says that its cells have no format.
# Behaviour: fastexcel-reader 0.20.2 calls the workbook broken as soon as formats are asked for (ReadingOptions(true, …)):
#            "null not found". Without formats it reads the same workbook.
# Seen:      2026-12-01, with formats: ExcelReaderException: null not found; without formats: 42
# Fails when the behaviour changes. Needs a JDK 17 or newer and Maven; runs in a temporary folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.20.2</version>
  </dependency></dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath >/dev/null 2>&1
cat >Main.java <<'JAVA'
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.zip.*;
import org.dhatim.fastexcel.reader.*;

public class Main {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void main(String[] arguments) throws Exception {
        File file = new File("plain.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(file))) {
            part(zip, "[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/></Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\""
                    + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"" + SHEET + "\" xmlns:r=\"" + OFFICE
                    + "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE
                    + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                    + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            part(zip, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + SHEET
                    + "\"><sheetData><row r=\"1\"><c r=\"A1\"><v>42</v></c></row></sheetData></worksheet>");
        }
        System.out.println("with formats: " + read(file, true));
        System.out.println("without formats: " + read(file, false));
    }

    static String read(File file, boolean formats) {
        try (ReadableWorkbook book = new ReadableWorkbook(file, new ReadingOptions(formats, false))) {
            return book.getFirstSheet().read().get(0).getCell(0).asNumber().toPlainString();
        } catch (Exception e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    }
}
JAVA
java -cp "$(cat classpath)" Main.java >seen
cat seen
grep -qx 'with formats: ExcelReaderException: null not found' seen && grep -qx 'without formats: 42' seen ||
  { echo "the behaviour has changed"; exit 1; }

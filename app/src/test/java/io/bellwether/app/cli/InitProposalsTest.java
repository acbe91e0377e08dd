package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is proposed that would be a wrong number: right values are counted by hand from the few rows of each file. */
class InitProposalsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shell() {
        shell = new Shell(folder);
    }

    private String proposed(String file, String rows) throws IOException {
        shell.file(file, rows);
        var init = shell.run("init", "out", "--from", file);
        assertThat(init.exit()).as(init.err()).isZero();
        var check = shell.run("check", "-w", "out");
        assertThat(check.exit()).as(check.out()).isZero();
        try (var files = Files.list(folder.resolve("out"))) {
            return init.out()
                    + files.filter(p -> p.toString().endsWith(".yml"))
                            .sorted()
                            .map(InitProposalsTest::text)
                            .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String value(String metric) {
        var query = shell.run("query", metric, "-w", "out", "--format", "csv");
        assertThat(query.exit()).as(query.err()).isZero();
        return query.out().lines().skip(1).collect(Collectors.joining("|"));
    }

    @Test
    void aKeyOfADayIsNoOrder() throws IOException {
        String text = proposed("facts.csv", """
                InvoiceDateKey,DueDateKey,InvoiceLineNumber,CustomerInvoiceNumber,StoreKey,NetSales
                20260302,20260401,1,IN-70,4,12.50
                20260302,20260401,2,IN-70,4,7.50
                20260302,20260401,1,IN-71,9,30.00
                20260304,20260403,1,IN-72,4,10.00
                20260305,20260404,1,IN-73,9,40.00
                """);
        assertThat(text)
                .contains("time: invoice_date_key")
                .doesNotContainPattern("distinct \\w+\\.\\w*(date|line|store)");
        assertThat(value("orders")).isEqualTo("4");
        assertThat(value("revenue")).isEqualTo("100.00");
        assertThat(value("average_order_value")).isEqualTo("25");
    }

    @Test
    void anEventIsARowAndNoBatch() throws IOException {
        String text = proposed("log.csv", """
                event_date,event_name,event_batch_page_id,event_server_offset,user_pseudo_id,event_value_in_eur
                20260302,view,1,5,7.1,
                20260302,view,1,6,7.1,
                20260303,purchase,1,5,8.2,0.75
                20260303,view,2,5,8.2,
                20260304,purchase,2,6,9.3,0.25
                20260304,view,2,6,9.3,
                """);
        assertThat(text).contains("currency: EUR").doesNotContain("batch_page", "avg(");
        assertThat(value("events")).isEqualTo("6");
        assertThat(value("revenue")).isEqualTo("1.00");
    }

    @ParameterizedTest
    @CsvSource({
        "Cost center",
        "Sales Org",
        "Kostenstelle",
        "Company Code",
        "PLZ",
        "Account",
        "MCC",
        "Payment Terms",
        "Store"
    })
    void aCodeIsNeitherSummedNorAveraged(String name) throws IOException {
        String text = proposed(
                "postings.csv",
                "Posted," + name + ",Cost\n2026-01-05,4711,10.5\n2026-01-06,4712,0.5\n2026-01-07,4711,4\n");
        assertThat(text).doesNotContainPattern("(sum|avg|median)\\(postings\\.(?!cost\\))");
        assertThat(value("cost")).isEqualTo("15.0");
    }

    @Test
    void sharesOfCostsAreSummedAndNotAveraged() throws IOException {
        proposed("ads.csv", "Day,Clicks,Impressions,Cost,CTR\n2026-01-05,1,4,0.25,0.25\n2026-01-06,3,6,0.50,0.5\n");
        assertThat(value("cost")).isEqualTo("0.75");
        assertThat(text(folder.resolve("out/ads.yml")))
                .contains("CTR: a rate of each row")
                .doesNotContain("avg(");
    }

    @Test
    void anAmountOfTheWholeOrderIsNotCountedForEachLine() throws IOException {
        String text = proposed("lines.csv", """
                order_id,ordered_at,product,line_amount,order_total
                A10,2026-01-05,Pen,2.00,9.00
                A10,2026-01-05,Ink,7.00,9.00
                A11,2026-01-06,Pen,2.00,4.00
                A11,2026-01-06,Pad,2.00,4.00
                A12,2026-01-07,Ink,7.00,7.00
                """);
        assertThat(text).contains("order_total: repeats").doesNotContain("sum(lines.order_total)");
        assertThat(value("revenue")).isEqualTo("20.00");
        assertThat(value("orders")).isEqualTo("3");
    }

    @ParameterizedTest
    @CsvSource({
        "Country, France, France, EUR",
        "Country, Canada, Japan, ",
        "Currency, chf, chf, CHF",
        "Currency, chf, eur, ",
        "Town, Paris, Bern, "
    })
    void aCurrencyIsSaidOrNotWritten(String column, String one, String other, String currency) throws IOException {
        String text = proposed(
                "sold.csv",
                "Date,Amount sold,Order no,%s\n2026-01-05,10.00,A100,%s\n2026-01-06,20.00,A101,%s\n"
                        .formatted(column, one, other));
        if (currency == null) {
            assertThat(text).doesNotContainPattern("(?m)^currency:");
        } else {
            assertThat(text).containsPattern("(?m)^currency: " + currency);
        }
    }

    @Test
    void amountsOfTwoCurrenciesHaveNoCommonSum() throws IOException {
        String text = proposed("charges.csv", """
                id,Created (UTC),Amount,Currency,Fee
                ch_1,2026-01-05 10:00:00,10.00,usd,0.50
                ch_2,2026-01-06 11:00:00,20.00,usd,0.50
                ch_3,2026-01-07 12:00:00,5.00,eur,0.20
                """);
        assertThat(text).doesNotContainPattern("sum\\([^)]*\\)\\n");
        assertThat(value("amount_usd,amount_eur,fee_usd,fee_eur")).isEqualTo("30.00,5.00,1.00,0.20");
    }

    @Test
    void aBalanceIsALevelAndNoSum() throws IOException {
        String text = proposed("account.csv", """
                Booking date,Purpose,Amount,Balance
                2026-01-05,Rent,-900.00,1100.00
                2026-01-06,Salary,2500.00,3600.00
                2026-01-07,Food,-80.00,3520.00
                """);
        assertThat(text)
                .contains("Balance: a level at a moment")
                .doesNotContain("returned", "revenue", "account.balance");
        assertThat(value("amount")).isEqualTo("1520.00");
    }

    @Test
    void theFirstTargetsAreForAYearThatIsOpen() throws IOException {
        String text = proposed("old.csv", "Date,Revenue\n2019-01-05,100\n2019-02-05,120\n2019-12-30,130\n");
        assertThat(text).contains("timeframe: 2026", "by: 2026").doesNotContain("by: 2019");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.200,50-; 300,00; 899,5-; -1800.00; currency: ",
                "€ 1.200,50; € -300,00; € 0,50; 901.00; currency: EUR",
                "(1,200.50); 300.00; n/a; -900.50; currency: ",
                "1 200,50 CHF; 300 CHF; 1,5 CHF; 1502.00; currency: CHF",
                "$1,200.50 USD; -$200.00 USD; --; 1000.50; currency: USD"
            })
    void amountsInTextsAreReadAndSaid(String a, String b, String c, String sum, String currency) throws IOException {
        String text = proposed("posted.json", """
                [{"day": "2026-03-02", "net_amount": "%s"}, {"day": "2026-03-03", "net_amount": "%s"},
                 {"day": "2026-03-04", "net_amount": "%s"}]
                """.formatted(a, b, c));
        assertThat(text).contains("net_amount: texts, read as numbers", currency);
        assertThat(new java.math.BigDecimal(value("net_amount"))).isEqualByComparingTo(sum);
    }

    @Test
    void whatCouldNotBeReadIsSaid() throws IOException {
        String text = proposed("odd.json", """
                [{"day": "2026-03-02", "order_value": "1.200", "paid": "12.5", "seen": "2nd of May 26", "place": {"x": 1}},
                 {"day": "2026-03-03", "order_value": "2.500", "paid": "about 13.5", "seen": "02/May/26", "place": {"x": 2}},
                 {"day": "2026-03-04", "order_value": "3.000", "paid": "14.5", "seen": "03/May/26", "place": {"x": 3}}]
                """);
        assertThat(text)
                .contains(
                        "order_value: most texts",
                        "paid: most texts",
                        "seen: texts that look like dates",
                        "place: not read")
                .doesNotContain("sum(");
    }

    @Test
    void aRowThatIsTheTotalOfTheOthersCountsNowhere() throws IOException {
        String text = proposed("sales.csv", """
                Date,Shop,Net sales,Returns
                2026-03-02,North,100,1
                2026-03-03,South,250,2
                2026-03-04,North,50,0
                Grand total,,400,3
                """);
        assertThat(text)
                .contains(
                        "the row \"Grand total\" is a total of others",
                        "skip_rows: [{ Date: Grand total }]",
                        "time: date");
        assertThat(value("revenue,returns,records")).isEqualTo("400,3,3");
        var byDay = shell.run("query", "revenue", "--by", "time.day", "-w", "out", "--format", "csv");
        assertThat(byDay.out()).contains("100", "250", "50").doesNotContain("400");
    }

    @Test
    void aShopOfThatNameIsNoTotal() throws IOException {
        String text = proposed(
                "sales.csv", "Date,Brand,Net sales\n2026-03-02,Total,10\n2026-03-03,Shell,20\n2026-03-04,Total,30\n");
        assertThat(text).doesNotContain("left out");
        assertThat(value("revenue")).isEqualTo("60");
    }

    @Test
    void howOftenRowsComeIsWrittenWhereTheDataShowIt() throws IOException {
        var daily = new StringBuilder("Date,Revenue\n");
        for (int i = 0; i < 30; i++) {
            daily.append(java.time.LocalDate.of(2026, 9, 1).plusDays(i)).append(",5\n");
        }
        assertThat(proposed("daily.csv", daily.toString())).containsPattern("(?m)^    expected_every: 1 day ");
    }

    @Test
    void aTotalWithoutANameIsLeftOutToo() throws IOException {
        proposed("sales.csv", "Date,Shop,Net sales\n2026-03-02,North,100\n2026-03-03,South,250\n,,350\n");
        assertThat(value("revenue,records")).isEqualTo("350,2");
    }

    @Test
    void aTitleAboveTheNamesIsLeftOut() throws IOException {
        String text = proposed("clicks.csv", """
                Campaign report
                "1 March 2026 - 3 March 2026"
                Day,Campaign,Clicks,Cost
                2026-03-01,Brand,"1,200","$310.50"
                2026-03-02,Brand,900,"$99.50"
                2026-03-03,Other,100,"$1,000.00"
                """);
        assertThat(text).contains("skip_rows: [1, 2]", "time: day", "Clicks: numbers as \"1,200\" are read");
        assertThat(value("clicks,cost")).isEqualTo("2200,1410.00");
    }

    @Test
    void amountsOfSeveralSignsInOneColumnHaveNoSum() throws IOException {
        String text = proposed("paid.csv", "Date,Total\n2026-03-01,$12.50\n2026-03-02,€9.00\n2026-03-03,$1.00\n");
        assertThat(text).contains("Total: several units").doesNotContain("sum(");
    }

    @Test
    void aReadersUnknownDateGetsItsFormat() throws IOException {
        String text = proposed(
                "issues.csv",
                "Issue key,Created\nAB-10,03/Mar/26 3:15 PM\nAB-11,04/Mar/26 10:00 AM\nAB-12,04/Mar/26 11:30 PM\n");
        assertThat(text).contains("time: created", "format: ");
        var byDay = shell.run("query", "issues", "--by", "time.day", "-w", "out", "--format", "csv");
        assertThat(byDay.out()).contains("2026-03-03,1", "2026-03-04,2");
    }

    @ParameterizedTest
    @CsvSource({
        "Year;Quarter, 2026;2, 2026-04-01",
        "year;month, 2026;11, 2026-11-01",
        "created_at;n, 1772539200;5, 2026-03-03",
        "created_at;n, 1772539200123;5, 2026-03-03",
        "period;n, 202603;5, 2026-03-01",
        "Week of;n, 20260302;5, 2026-03-02",
        "Sold date;n, 46083;5, 2026-03-02",
        "Sold date;n, 20260302101500;5, 2026-03-02",
        "Sold month;n, Mar 2026;5, 2026-03-01",
        "Sold quarter;n, 2026-Q2;5, 2026-04-01",
        "Sold date;n, 02/Mar/2026:23:30:00 +0000;5, 2026-03-02",
        "Sold date;n, 02.03.2026 10:15 Uhr;5, 2026-03-02"
    })
    void aTimeIsFoundInNumbers(String names, String row, String day) throws IOException {
        proposed("n.csv", names.replace(';', ',') + ",Sales\n" + row.replace(';', ',') + ",3.5\n");
        var byDay = shell.run("query", "revenue", "--by", "time.day", "-w", "out", "--format", "csv");
        assertThat(byDay.out()).contains(day + ",3.5");
    }

    @Test
    void aFolderOfFilesIsOneSourceAndOtherTablesInItAreTold() throws IOException {
        shell.file("in/2026/sales_01.csv", "Date,Shop,Net sales\n2026-01-05,North,100\n2026-01-06,South,50\n");
        shell.file("in/2026/shops.csv", "Shop,Town\nNorth,Kiel\n");
        String text = proposed("in/2026/sales_02.csv", "Date;Shop;Net sales\n2026-02-05;North;7\n");
        assertThat(text).contains("source: data/sales_02.csv");
        for (String from : new String[] {"in/2026", "in/2026/sales*.csv"}) {
            var init = shell.run("init", "ws" + from.length(), "--from", from);
            assertThat(init.out()).as(init.err()).contains("data/sales/*.csv, 2 files, 3 rows");
            assertThat(init.out().contains("another table: shops.csv")).isEqualTo(from.equals("in/2026"));
            var all = shell.run("query", "revenue", "-w", "ws" + from.length(), "--format", "csv");
            assertThat(all.out()).contains("157");
        }
        var several = shell.run("init", "--from", "in/2026/sales_01.csv", "in/2026/sales_02.csv", "made");
        assertThat(several.out()).contains("2 files, 3 rows", "in made");
        var stay = shell.run("init", "stay", "--from", "in/2026", "--no-copy");
        assertThat(stay.out()).contains("sales*.csv", "--allow-path");
    }

    @Test
    void aColumnThatHoldsWhatIsNoNumberKeepsTheOthersFromNothing() throws IOException {
        String text = proposed("x.csv", "Date,Sales,Odd\n2026-01-05,5,1.5\n2026-01-06,6,inf\n2026-01-07,7,2.5\n");
        assertThat(text).contains("column Odd has 1 value that is infinite");
        assertThat(value("revenue")).isEqualTo("18");
    }
}

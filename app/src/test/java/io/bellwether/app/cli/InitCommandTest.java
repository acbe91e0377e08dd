package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shell() {
        shell = new Shell(folder);
    }

    /** Invoice lines as a shop exports them: cancellations, guests, a country. */
    private static String invoices() {
        var rows = new StringBuilder(
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (int i = 0; i < 400; i++) {
            boolean back = i % 20 == 19;
            rows.append(back ? "C" : "")
                    .append(5000 + i / 2)
                    .append(",S")
                    .append(i % 30)
                    .append(",THING ");
            rows.append(i % 30).append(',').append(back ? -2 : 1 + i % 6).append(',');
            rows.append(java.time.LocalDate.of(2011, 1, 1).plusDays(i * 340L / 400))
                    .append(" 08:26:00,");
            rows.append(1 + i % 9)
                    .append(".55,")
                    .append(i % 4 == 0 ? "" : (17000 + i % 50) + ".0")
                    .append(',');
            rows.append(i % 5 == 0 ? "France" : "United Kingdom").append('\n');
        }
        return rows.toString();
    }

    @Test
    void proposesWhatAShopkeeperWouldKeep() {
        shell.file("export/invoices.csv", invoices());
        var init = shell.run("init", "shop", "--from", "export/invoices.csv");
        assertThat(init.exit()).isZero();
        assertThat(init.out())
                .contains("revenue", "orders", "customers", "average_order_value", "return_rate")
                .contains("copied to data/invoices.csv");
        assertThat(folder.resolve("shop/bellwether.yml")).content().contains("# currency: ");
        assertThat(folder.resolve("shop/invoices.yml"))
                .content()
                .contains("time: invoice_date")
                .contains("expression: Quantity * UnitPrice")
                .contains("count(distinct invoices.invoice_no) filter (where invoices.quantity > 0)")
                .contains("direction: down");
        assertThat(folder.resolve("shop/kpis.yml")).content().contains("lifecycle: draft", "by: 2026", "# owner:");
        assertThat(shell.run("check", "-w", "shop").out())
                .contains("in 1 dataset")
                .doesNotContain("error", "warning");
        assertThat(shell.run("status", "-w", "shop", "--as-of", "2011-12-31").out())
                .contains("· Draft");
    }

    @Test
    void promotedDraftsAreJudged() throws IOException {
        shell.file("shop/invoices.csv", invoices());
        assertThat(shell.run("init", "shop", "--from", "shop/invoices.csv").out())
                .doesNotContain("copied");
        Path kpis = folder.resolve("shop/kpis.yml");
        Files.writeString(kpis, Files.readString(kpis).replace("lifecycle: draft", "owner: maria@example.com"));
        assertThat(shell.run("check", "-w", "shop").exit()).isZero();
        assertThat(shell.run("status", "-w", "shop", "--as-of", "2011-11-30").out())
                .contains("Revenue", "Return rate", "≤")
                .doesNotContain("Draft");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id,value\n1,2\n",
                "order,select,count,group\n1,2,3,4\n2,3,4,5\n",
                "date,user\n2026-01-01,a\n2026-01-02,b\n",
                "timestamp,value\n2026-01-01 00:00:00,0.5\n2026-01-01 00:05:00,1.5\n",
                "Größe (cm),\"a, b\",größe cm\n1,2,3\n4,5,6\n",
                "ticket_id,opened_at,status,first_response_minutes,is_escalated\n1,2026-01-01,closed,12.5,true\n"
                        + "2,2026-01-02,cancelled,30.1,false\n3,2026-02-03,closed,5.5,false\n",
                "day,clicks,impressions,spend\n2026-01-01,10,100,5.25\n2026-01-02,20,300,6.75\n",
                "name\nx\ny\n",
                "a,a_2,A b,a-b\n1,2,3,4\n",
                "when,amount\n,5\n,6\n",
            })
    void anyFileMakesASoundWorkspace(String csv) {
        shell.file("in/some data.csv", csv);
        var init = shell.run("init", "out", "--from", "in/some data.csv");
        // On a busy machine it says that it is still looking.
        assertThat(init.err().replace("Looking at the data …\n", "")).isEmpty();
        assertThat(init.exit()).isZero();
        var check = shell.run("check", "-w", "out");
        assertThat(check.out()).doesNotContain("error");
        assertThat(check.exit()).isZero();
        assertThat(shell.run("status", "-w", "out").exit()).isZero();
    }

    @Test
    void withoutAFileThereAreExampleRows() {
        assertThat(shell.run("init", "fresh").exit()).isZero();
        assertThat(shell.run("check", "-w", "fresh").exit()).isZero();
        assertThat(shell.run("query", "revenue", "-w", "fresh", "--as-of", "2026-12-31", "--format", "csv")
                        .exit())
                .isZero();
    }

    @Test
    void aFileLeftOutsideIsReadWithTheOperatorsWord() {
        shell.file("export/invoices.csv", invoices());
        var init = shell.run("init", "shop", "--from", "export/invoices.csv", "--no-copy");
        assertThat(init.exit()).isZero();
        assertThat(init.out()).contains("--allow-path");
        assertThat(shell.run("check", "-w", "shop").exit()).isEqualTo(1);
        assertThat(shell.run("check", "-w", "shop", "--allow-path", "export").exit())
                .isZero();
    }

    @Test
    void aSecondWorkspaceIsNotWrittenOverTheFirst() {
        shell.run("init", "fresh");
        var again = shell.run("init", "fresh");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("Q510", "already");
        assertThat(shell.run("init", "other", "--from", "nothing.csv").exit()).isEqualTo(2);
    }
}

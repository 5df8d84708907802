using System.Globalization;
using EngageBot.Reporting;
using Xunit;

namespace EngageBot.Tests.Reporting;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\tcmd", "'\tcmd")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    public void No_name_is_taken_for_a_formula(string name, string cell) => Assert.Equal(cell, CellOf(name));

    [Theory]
    [InlineData("Ana, the first", "\"Ana, the first\"")]
    [InlineData("the \"boss\"", "\"the \"\"boss\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("Jörg", "Jörg")]
    [InlineData("", "")]
    public void Quotes_stand_where_the_standard_asks_for_them(string name, string cell) => Assert.Equal(cell, CellOf(name));

    [Fact]
    public void Numbers_and_days_are_written_the_same_in_every_country()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var table = new ReportTable("t", ["day", "number", "nothing"], [[new DateOnly(2026, 5, 31), -1234.5, null]]);
            Assert.Equal("day,number,nothing\r\n2026-05-31,-1234.5,\r\n", Csv.Write(table));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string CellOf(string name) => Csv.Write(new ReportTable("t", ["name"], [[name]]))["name\r\n".Length..^2];
}

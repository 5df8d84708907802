using EngageBot.Library;
using Xunit;

namespace EngageBot.Tests.Library;

public sealed class AnswerFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("answers").FullName;

    [Fact]
    public void An_answer_in_the_librarys_own_form_is_read_with_all_its_phrasings()
    {
        Write("doors.md", "---\nquestion: When do doors open?\nalso:\n  - How early should we come?\nlink: https://a.example.org\n---\nAt seven.\n");
        var entry = Assert.Single(AnswerFolder.Read(folder));
        Assert.Equal(("doors", "At seven."), (entry.Id, entry.Text));
        Assert.Equal(["When do doors open?", "How early should we come?"], entry.Phrasings);
    }

    [Theory]
    [InlineData("# When do doors open? #\r\n\r\nAt seven.", "When do doors open?")]
    [InlineData("---\nlayout: page\nweight: 3\n---\n# When do doors open?\nAt seven.", "When do doors open?")]
    [InlineData("---\ntitle: When do doors open?\n---\nAt seven.", "When do doors open?")]
    [InlineData("At seven.", "opening time")]
    public void Anybodys_Markdown_has_a_question_somewhere(string text, string question)
    {
        Write("visit/opening-time.md", text);
        var entry = Assert.Single(AnswerFolder.Read(folder));
        Assert.Equal("visit/opening-time", entry.Id);
        Assert.Equal([question], entry.Phrasings);
        Assert.Equal("At seven.", entry.Text);
    }

    [Fact]
    public void A_broken_file_is_named_with_its_line()
    {
        Write("a.md", "# Fine?\nYes.");
        Write("b.md", "---\nquestion: one\nquestion: two\n---\nText.");
        Assert.StartsWith("b.md:3: ", Assert.Throws<UnreadableAnswerException>(() => AnswerFolder.Read(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_text_is_named()
    {
        File.WriteAllBytes(Path.Combine(folder, "x.md"), [0x23, 0x20, 0xFF, 0xFE, 0x80]);
        Assert.Equal("x.md:1: The file is not UTF-8 text.", Assert.Throws<UnreadableAnswerException>(() => AnswerFolder.Read(folder)).Message);
    }

    private void Write(string file, string text)
    {
        var target = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

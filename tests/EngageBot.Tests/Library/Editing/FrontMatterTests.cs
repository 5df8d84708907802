using EngageBot.Library;
using EngageBot.Library.Editing;
using Xunit;

namespace EngageBot.Tests.Library.Editing;

public sealed class FrontMatterTests
{
    private const string Kept = "---\n# ask Bea before you change this\nquestion: When?\nalso:\n  - What time?   # the usual one\n  - \"At what: hour?\"\nowner: Bea\n---\nAt seven.\n";

    [Fact]
    public void Changing_one_field_leaves_every_other_line_as_it_was_written() =>
        Assert.Equal(Kept.Replace("owner: Bea", "owner: Mo", StringComparison.Ordinal), FrontMatter.TryParse(Kept)!.With("owner", "Mo").ToString());

    [Fact]
    public void Filling_in_what_stands_there_already_changes_nothing()
    {
        var sheet = FrontMatter.TryParse(Kept)!;
        Assert.Equal("What time?\nAt what: hour?", sheet["also"]);
        Assert.Equal(Kept, sheet.With("question", "When?").WithList("also", ["What time?", "At what: hour?"], inLine: false).ToString());
    }

    [Theory]
    [InlineData("Why: because?")]
    [InlineData("- is this a list?")]
    [InlineData("\"Quoted\" # and commented")]
    [InlineData("{{ braces }} & *stars*")]
    [InlineData("true")]
    [InlineData("C:\\kayak")]
    [InlineData("It's 100 % \u00fcber 🎭 \u202E")]
    public void Whatever_is_typed_into_a_field_is_read_back_letter_by_letter(string typed)
    {
        var text = FrontMatter.TryParse("")! with { Body = "Words." };
        var file = text.With("question", typed).WithList("also", [typed, "Another?"], inLine: false).WithList("tags", [typed.Replace(',', ' ')], inLine: true).ToString();
        var answer = (Answer)PromptLibrary.Understand("answers/typed.md", file);
        Assert.Equal([typed, typed, "Another?"], answer.Wordings);
        Assert.Equal(typed.Replace(',', ' '), Assert.Single(answer.Tags));
        Assert.Equal(typed, FrontMatter.TryParse(file)!["question"]);
    }

    [Theory]
    [InlineData("no front matter")]
    [InlineData("---\nquestion: never closed")]
    [InlineData("---\nquestion: [a, b\n---\nText")]
    [InlineData("---\nquestion: {deep: {deeper: yes}}\n---\nText")]
    public void What_a_form_cannot_show_is_left_to_the_plain_editor(string text) => Assert.Null(FrontMatter.TryParse(text));
}

namespace EngageBot.BrowserTests;

/// <summary>A program with a language model that always says the same.</summary>
public sealed class RewordingFixture : DeskFixture
{
    public const string Words = "That is so good to read, it goes straight to the people behind the curtain";

    private readonly WebApplication model = Start();

    protected override string[] Settings =>
        [.. base.Settings, "--Rewording:Enabled=true", $"--Rewording:Endpoint={model.Urls.Single()}/v1", "--Rewording:Model=small-model"];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await model.DisposeAsync();
    }

    private static WebApplication Start()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => context.Response.WriteAsJsonAsync(new { choices = new[] { new { message = new { content = Words } } } }));
        app.Start();
        return app;
    }
}

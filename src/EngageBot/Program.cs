using EngageBot.Api;
using EngageBot.Approving;
using EngageBot.Cli;
using EngageBot.Desk;
using EngageBot.Drafting;
using EngageBot.Hours;
using EngageBot.Learning;
using EngageBot.Library;
using EngageBot.Listening;
using EngageBot.Networks.X;
using EngageBot.People;
using EngageBot.Posting;
using EngageBot.Reading;
using EngageBot.Reporting;
using EngageBot.Storage;

return await CommandLine.RunAsync(args, BuildAsync);

static async Task<WebApplication> BuildAsync(string[] settings, NetworkWish network, CancellationToken cancellationToken)
{
    var builder = Configuration.CreateBuilder(settings);
    await builder.AddSandboxIfNeededAsync(network, cancellationToken);

    // What everything stands on
    builder.AddStorage();
    builder.AddX();
    builder.AddPeople();
    builder.AddHours();

    // What understands and words
    builder.AddReading();
    builder.AddLibrary();
    builder.AddDrafting();
    builder.AddLearning();

    // The line, in walking order
    builder.AddListening();
    builder.AddApproving();
    builder.AddPosting();

    // What came of it
    builder.AddReporting();

    // The doors
    builder.AddDesk();
    builder.AddApi();

    var app = builder.Build();
    app.UsePeople();
    app.MapDesk();
    app.MapApi();
    return app;
}

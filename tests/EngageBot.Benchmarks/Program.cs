using System.CommandLine;
using EngageBot.Benchmarks.Line;

var root = new RootCommand("Measures EngageBot. Build with -c Release, and leave the machine alone meanwhile.")
{
    LineCommand.Create(),
};
return await root.Parse(args).InvokeAsync();

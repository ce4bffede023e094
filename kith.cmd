@echo off
rem Starts kith from a clone on Windows; see bin\kith.js.
node "%~dp0bin\kith.js" %*
exit /b %ERRORLEVEL%

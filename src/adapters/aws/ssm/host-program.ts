export { default as hostProgram } from '../../../../host/main.py'
